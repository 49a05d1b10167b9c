/** Where to look while the demo stays. */
export function showAround(print, { cms, site, mail, bluesky, shop, password, page }) {
  print.say(`
The bakery is open. What to look at:

  Website          ${site}/en/
  The new article  ${page}
  Strapi admin     ${cms}/admin
  Presence         ${cms}/admin/plugins/presence
  Notice board     ${site}/board/
  Review board     ${cms}/admin/plugins/presence/reviews/board
  Insights         ${cms}/admin/plugins/presence/insights
  Practice posts   ${cms}/admin/plugins/presence/practice
  Mail inbox       ${mail.url}
  Bluesky post     ${bluesky.url}/xrpc/com.atproto.repo.listRecords?repo=${shop.did}&collection=app.bsky.feed.post

  Log in as        owner@bakery.test   Rosa Lindner, owner
                   emil@bakery.test    Emil Hartmann, editor
                   nora@bakery.test    Nora Vogt, editor
  Password         ${password}

  “Plum cake by the tray” stands on every practice network, its slip corrected where the network lets anybody correct.
  “A class about sourdough” was taken back: Practice posts show the two networks that kept it, Publications its receipts.

  Nora has changed “Stollen season” and planned a campaign for Friday: it waits for Rosa's approval.
  Try: approve it; open an article and write “cheap” into it; make a campaign of your own for “now”; then look at
  Presence in the menu. Whatever you do to mails and pages comes back as insights.

Ctrl-C stops everything and leaves nothing behind.`);
}
