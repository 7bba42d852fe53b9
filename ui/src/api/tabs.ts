/** What the tabs of this browser tell each other of the sign-in, which they share. */
type News = "signed in" | "signed out";

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("spravka.session");

export function tellTabs(news: News): void {
  channel?.postMessage(news);
}

export function onTabNews(listener: (news: News) => void): void {
  if (channel) channel.onmessage = ({ data }: MessageEvent<News>) => listener(data);
}
