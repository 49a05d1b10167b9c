/** A page; `role` left out: that of an administrator, others may not post. */
export interface LinkedinPage {
  readonly id: string;
  readonly name: string;
  readonly role?: 'ADMINISTRATOR' | 'ANALYST';
}

/** Whose token it is, and what that person may do. */
export interface LinkedinMember {
  readonly account: string;
  readonly person: string;
  /** Pages at which the person has a role. */
  readonly pages: readonly LinkedinPage[];
  readonly scopes: readonly string[];
}

export const may = (member: LinkedinMember, scope: string): boolean => member.scopes.includes(scope);

/** Whether a person may post as that author. */
export const mayPostAs = (member: LinkedinMember, author: string): boolean =>
  author === `urn:li:person:${member.person}`
    ? may(member, 'w_member_social')
    : may(member, 'w_organization_social') &&
      member.pages.some(({ id, role }) => author === `urn:li:organization:${id}` && role !== 'ANALYST');
