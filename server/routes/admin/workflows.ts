import { allowed, type AdminRoute } from '../route';

const manage = 'workflows.manage';

export const workflowRoutes: readonly AdminRoute[] = [
  allowed('GET', '/workflows', 'workflows.list', manage),
  allowed('GET', '/workflows/names', 'workflows.names', manage),
  allowed('GET', '/workflows/templates', 'workflows.templates', manage),
  allowed('POST', '/workflows/check', 'workflows.check', manage),
  allowed('POST', '/workflows/replace', 'workflows.replace', manage),
  allowed('POST', '/workflows/policies/check', 'workflows.checkPolicies', manage),
  allowed('PUT', '/workflows/policies', 'workflows.savePolicies', manage),
  allowed('POST', '/workflows', 'workflows.save', manage),
  allowed('GET', '/workflows/:key', 'workflows.show', manage),
  allowed('POST', '/workflows/:key/remove', 'workflows.remove', manage),
];
