import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { PaperPlane } from '@strapi/icons';
import { Bell } from './bell/bell';
import { pluginId, rights } from './plugin';
import { presencePanel } from './panels/panel';
import { gatedPublish } from './panels/publish-action';

type ContentManager = { readonly apis: ContentManagerPlugin['config']['apis'] };

// Small texts that other pages of the admin show too: menu, panel heads, widget titles.
const shell: Readonly<Record<string, () => Promise<{ default: Record<string, string> }>>> = {
  en: () => import('./translations/shell.en.json'),
  de: () => import('./translations/shell.de.json'),
};

const name = { id: 'presence.name', defaultMessage: 'Presence' };

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: pluginId, name: 'Presence' });

    app.addMenuLink({
      to: `plugins/${pluginId}`,
      icon: PaperPlane,
      intlLabel: name,
      permissions: rights('read'),
      Component: () => import('./pages/app'),
      position: 4,
    });

    // Strapi has no place for a bell in its top bar; its menu is on every page, and on a phone behind the burger.
    app.addMenuLink({
      to: `plugins/${pluginId}-notices`,
      icon: Bell,
      intlLabel: { id: 'presence.bell.link', defaultMessage: 'My notices' },
      permissions: rights('read'),
      Component: () => import('./pages/notices'),
      position: 5,
    });

    app.addSettingsLink({ id: pluginId, intlLabel: name }, [
      {
        id: 'presence-governance',
        to: `${pluginId}/governance`,
        intlLabel: { id: 'presence.settings.link', defaultMessage: 'Governance & content' },
        permissions: rights('settings.manage'),
        Component: () => import('./pages/settings/governance-page'),
      },
      {
        id: 'presence-life',
        to: `${pluginId}/life`,
        intlLabel: { id: 'presence.life.link', defaultMessage: 'Dates & owners' },
        permissions: rights('settings.manage'),
        Component: () => import('./pages/settings/life-page'),
      },
      {
        id: 'presence-publishing-times',
        to: `${pluginId}/publishing-times`,
        intlLabel: { id: 'presence.plan.link', defaultMessage: 'Publishing times' },
        permissions: rights('settings.manage'),
        Component: () => import('./pages/settings/publishing'),
      },
      {
        id: 'presence-brand',
        to: `${pluginId}/brand`,
        intlLabel: { id: 'presence.brand.link', defaultMessage: 'Brand kit' },
        permissions: rights('brand.manage'),
        Component: () => import('./pages/settings/brand/kit'),
      },
      {
        id: 'presence-brand-rules',
        to: `${pluginId}/brand-rules`,
        intlLabel: { id: 'presence.rules.link', defaultMessage: 'Brand rules' },
        permissions: rights('brand.manage'),
        Component: () => import('./pages/settings/brand/rules'),
      },
      {
        id: 'presence-brand-packs',
        to: `${pluginId}/brand-packs`,
        intlLabel: { id: 'presence.packs.link', defaultMessage: 'Rule packs' },
        permissions: rights('brand.manage'),
        Component: () => import('./pages/settings/brand/packs'),
      },
      {
        id: 'presence-brand-waivers',
        to: `${pluginId}/brand-waivers`,
        intlLabel: { id: 'presence.waivers.link', defaultMessage: 'Waivers' },
        permissions: rights('brand.waive'),
        Component: () => import('./pages/settings/brand/waivers'),
      },
      {
        id: 'presence-workflows',
        to: `${pluginId}/workflows`,
        intlLabel: { id: 'presence.workflows.link', defaultMessage: 'Workflows' },
        permissions: rights('workflows.manage'),
        Component: () => import('./pages/settings/workflows'),
      },
      {
        id: 'presence-sign-off',
        to: `${pluginId}/sign-off`,
        intlLabel: { id: 'presence.sign-off.link', defaultMessage: 'Sign-off by e-mail' },
        permissions: rights('settings.manage'),
        Component: () => import('./pages/settings/sign-off-page'),
      },
      {
        id: 'presence-webhooks',
        to: `${pluginId}/webhooks`,
        intlLabel: { id: 'presence.webhooks.link', defaultMessage: 'Webhooks' },
        permissions: rights('settings.manage'),
        Component: () => import('./pages/webhooks'),
      },
    ]);

    app.widgets.register({
      id: 'brand',
      pluginId,
      icon: PaperPlane,
      title: { id: 'presence.widget.brand.title', defaultMessage: 'Presence: brand' },
      link: {
        label: { id: 'presence.widget.brand.link', defaultMessage: 'Open the brand report' },
        href: `/plugins/${pluginId}/brand`,
      },
      component: async () => (await import('./widgets/brand-widget')).default,
      permissions: rights('read'),
    });
    app.widgets.register({
      id: 'overview',
      pluginId,
      icon: PaperPlane,
      title: { id: 'presence.widget.title', defaultMessage: 'Presence: needs you & last 7 days' },
      link: {
        label: { id: 'presence.widget.link', defaultMessage: 'Open Presence' },
        href: `/plugins/${pluginId}`,
      },
      component: async () => (await import('./widgets/overview-widget')).default,
      permissions: rights('read'),
    });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManager;
    apis.addEditViewSidePanel((panels) => {
      // Next to the buttons that save and publish, above what other plugins add.
      const at = panels.findIndex((panel) => panel.type === 'actions') + 1;
      return [...panels.slice(0, at), presencePanel, ...panels.slice(at)];
    });
    apis.addDocumentAction((actions) =>
      actions.map((action) => (action.type === 'publish' ? gatedPublish(action) : action)),
    );
  },

  async registerTrads({ locales }: { readonly locales: readonly string[] }) {
    return Promise.all(
      locales.map(async (locale) => ({ locale, data: (await shell[locale]?.())?.default ?? {} })),
    );
  },
};
