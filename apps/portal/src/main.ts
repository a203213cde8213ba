import { readConfigs, runProcess } from '@ligature/runtime';
import { WebConfig } from '@ligature/web';
import { createPortal } from './create-portal.ts';
import { portalConfigs } from './portal.module.ts';

await runProcess('ligature-portal', async () => {
  const configs = readConfigs(portalConfigs, process.env);
  const app = await createPortal(configs);
  const { port, host } = configs.get(WebConfig);
  await app.listen(port, host);
  return app;
});
