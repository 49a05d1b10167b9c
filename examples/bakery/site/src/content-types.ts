/** What the bakery's content API answers, as far as the pages read it. */
export type Locale = 'en' | 'de';

export interface Picture {
  readonly url: string;
  readonly alternativeText: string | null;
  readonly width: number;
  readonly height: number;
  readonly formats: Readonly<Record<string, { readonly url: string; readonly width: number }>> | null;
}

export interface Leaf {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly code?: boolean;
}

export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Leaf[];
}

export interface ListBlock {
  readonly type: 'list';
  readonly format: 'ordered' | 'unordered';
  readonly children: readonly (ListItem | ListBlock)[];
}

export interface ListItem {
  readonly type: 'list-item';
  readonly children: readonly (Leaf | Link)[];
}

export type Block =
  | { readonly type: 'paragraph' | 'quote' | 'code'; readonly children: readonly (Leaf | Link)[] }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly children: readonly (Leaf | Link)[];
    }
  | { readonly type: 'image'; readonly image: Picture }
  | ListBlock;

interface Entry {
  readonly documentId: string;
  readonly locale: Locale;
  readonly localizations?: readonly { readonly locale: Locale; readonly slug?: string }[];
}

export interface Article extends Entry {
  readonly title: string;
  readonly slug: string;
  readonly summary: string;
  readonly body: readonly Block[];
  readonly cover: Picture | null;
  readonly category: 'craft' | 'seasonal' | 'people' | 'recipes' | 'shop';
  readonly publishedOn: string | null;
  readonly publishedAt: string;
  readonly author: {
    readonly name: string;
    readonly trade: string | null;
    readonly portrait: Picture | null;
  } | null;
}

export interface Product extends Entry {
  readonly name: string;
  readonly slug: string;
  /** Markdown. */
  readonly description: string;
  readonly price: number;
  readonly unit: 'piece' | 'loaf' | 'slice' | 'kilo';
  readonly allergens: readonly string[] | null;
  readonly photos: readonly Picture[] | null;
}

export type Section =
  | {
      readonly __component: 'sections.hero';
      readonly eyebrow: string | null;
      readonly title: string;
      readonly text: string | null;
      readonly picture: Picture | null;
      readonly linkLabel: string | null;
      readonly linkTarget: string | null;
    }
  | {
      readonly __component: 'sections.text';
      readonly heading: string | null;
      readonly body: readonly Block[];
    }
  | {
      readonly __component: 'sections.product-teaser';
      readonly heading: string;
      readonly intro: string | null;
      readonly products: readonly Product[];
    }
  | {
      readonly __component: 'sections.opening-hours';
      readonly heading: string;
      readonly note: string | null;
      readonly times: readonly { readonly days: string; readonly hours: string }[];
    }
  | {
      readonly __component: 'sections.quote';
      readonly text: string;
      readonly person: string;
      readonly about: string | null;
    };

export interface Home extends Entry {
  readonly title: string;
  readonly description: string;
  readonly sections: readonly Section[];
}
