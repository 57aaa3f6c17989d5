import { listen, type News } from './feed';

// One connection for all tabs of this browser: HTTP/1.1 allows six per host, and each costs the gateway a subscriber.
const ports = new Set<MessagePort>();
let latest: News | undefined;
let stop: (() => void) | undefined;

function tell(news: News) {
  if (news.kind === 'connected' || news.kind === 'lost') latest = news;
  for (const port of ports) port.postMessage(news);
}

function leave(port: MessagePort) {
  ports.delete(port);
  if (ports.size > 0) return;
  stop?.();
  stop = undefined;
}

addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = (message) => {
    if (message.data === 'leave') leave(port);
  };
  if (latest) port.postMessage(latest);
  stop ??= listen(tell);
});
