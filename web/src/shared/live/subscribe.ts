import { listen, type News } from './feed';

/** Hears the stream through the worker that all tabs share, or, where there is none, through a connection of its own. */
export function subscribe(tell: (news: News) => void): () => void {
  if (typeof SharedWorker === 'undefined') return listen(tell);
  const worker = new SharedWorker(new URL('./stream.worker.ts', import.meta.url), {
    type: 'module',
    name: 'commonweal-stream',
  });
  worker.port.onmessage = (message: MessageEvent<News>) => tell(message.data);
  const leave = () => worker.port.postMessage('leave');
  addEventListener('pagehide', leave);
  return () => {
    removeEventListener('pagehide', leave);
    leave();
    worker.port.close();
  };
}
