/** Where to look while the demo stays. */
export function showAround(print, { cms, site, mail, bluesky, shop, password, page }) {
  print.say(`
The bakery is open. What to look at:

  Website          ${site}/en/
  The new article  ${page}
  Strapi admin     ${cms}/admin
  Presence         ${cms}/admin/plugins/presence
  Insights         ${cms}/admin/plugins/presence/insights
  Mail inbox       ${mail.url}
  Bluesky post     ${bluesky.url}/xrpc/com.atproto.repo.listRecords?repo=${shop.did}&collection=app.bsky.feed.post

  Log in as        owner@bakery.test   Rosa Lindner, owner
                   emil@bakery.test    Emil Hartmann, editor
                   nora@bakery.test    Nora Vogt, editor
  Password         ${password}

  Try: open an article and write “cheap” into it; submit it as Emil and approve it as Rosa; make a campaign;
  then look at Presence in the menu. Whatever you do to the mails and the pages comes back as insights.

Ctrl-C stops everything and leaves nothing behind.`);
}
