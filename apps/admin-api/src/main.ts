import { readConfigs, runProcess } from '@ligature/runtime';
import { WebConfig } from '@ligature/web';
import { adminApiConfigs } from './admin-api.module.ts';
import { createAdminApi } from './create-admin-api.ts';

await runProcess('ligature-admin-api', async () => {
  const configs = readConfigs(adminApiConfigs, process.env);
  const app = await createAdminApi(configs);
  const { port, host } = configs.get(WebConfig);
  await app.listen(port, host);
  return app;
});
