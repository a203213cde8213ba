import { type VNode } from 'preact';
import { Layout } from './layout.tsx';

interface ProblemPageProps {
  readonly institution: string;
  readonly title: string;
  readonly reason: string;
}

export function ProblemPage({ institution, title, reason }: ProblemPageProps): VNode {
  return (
    <Layout title={title} institution={institution}>
      <p class="fault">{reason}</p>
    </Layout>
  );
}
