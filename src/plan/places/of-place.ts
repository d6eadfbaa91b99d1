/** What `places` hold for `id`, which a link or an older page may make anything. */
export function ofPlace<Known>(
  places: Readonly<Record<string, Known>>,
  id: string | undefined = '',
): Known | undefined {
  return Object.hasOwn(places, id) ? places[id] : undefined;
}

/** Whether `job` is one that only other places have, by the jobs that the law of this one names. */
export function isElsewhere(job: string, jobs: object | undefined): boolean {
  return (
    jobs !== undefined && job !== 'ordinary' && job !== 'licensed' && !Object.hasOwn(jobs, job)
  );
}
