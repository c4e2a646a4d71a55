import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

type ViewOf = ComponentType<{ id: string }>;
export type Loading = () => Promise<{ default: ViewOf }>;

/** A view of its own script, once that is here; null: it is not yet, or none is asked. */
export const useLoaded = (name: string | null, views: Readonly<Record<string, Loading>>): ViewOf | null => {
  const [loaded, setLoaded] = useState<{ name: string; view: ViewOf } | null>(null);
  useLayoutEffect(() => {
    if (name) void views[name]?.().then(({ default: view }) => setLoaded({ name, view }));
  }, [name]);
  return loaded && loaded.name === name ? loaded.view : null;
};
