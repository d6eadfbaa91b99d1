const article = (slug: string) => `/articles/${slug}/`;

const STEP_BY_STEP = article('how-to-decline-a-job-offer-you-already-accepted');
const BETTER_OFFER = article('better-offer-after-accepting');
const CALL = article('phone-call-to-withdraw');
const HOW_LATE = article('how-late-is-too-late');
const NERVES = article('is-it-the-job-or-the-nerves');
const WEEK_AFTER = article('week-after-you-withdraw');
const SUE = article('can-they-sue-me');
const BLACKLISTED = article('will-i-be-blacklisted');
const MONEY = article('pay-back-a-signing-bonus');
const STUDENTS = article('students-and-interns');
const STARTED = article('you-started-last-week');
const STAYING = article('counteroffers-and-staying');
const VISA = article('visa-license-public-service-military');
const ASK_FIRST = article('ask-before-you-withdraw');
const ON_THE_PHONE = article('you-said-yes-on-the-phone');
const AGENCY = article('agency-recruiter-and-the-invoice');
const NON_COMPETE = article('non-compete-in-a-job-you-never-began');
const CHANGED_PLANS = article('fine-not-to-do-the-thing-you-planned');
const WRITE = '/plan/say-it/';
const TELL_BY = '/plan/tell-by/';

/**
 * What people type who have accepted a job and want out, after the titles of their threads and of
 * pages that answer them, with the pages that answer here, any of which will do. A query counts once
 * one of its pages is there.
 */
export const QUERIES: readonly (readonly [query: string, ...pages: string[]])[] = [
  // Threads.
  ['better offer came three days after I accepted', BETTER_OFFER],
  ['got a better offer after accepting', BETTER_OFFER],
  ['dream job offer after signing with another company', BETTER_OFFER],
  ['first choice company about to make an offer, start in a week', BETTER_OFFER, HOW_LATE],
  ['signed a contract but have an interview elsewhere', BETTER_OFFER, SUE],
  ['they made me sign within a day', ON_THE_PHONE],
  ['i have a bad feeling about the job i accepted', NERVES],
  ['counteroffer taken, can I reapply a year later', STAYING, BLACKLISTED],
  ['I now want the job I backed out of a year ago', BLACKLISTED],
  ['declining after verbally accepting a job', ON_THE_PHONE],
  ['is it wrong to leave a few weeks after starting', STARTED],
  ['can I quit a job I just started', STARTED],
  ['is my friend being blackballed', BLACKLISTED],
  ['my current company offers a raise to stay', STAYING],
  ['three polite sentences by email', STEP_BY_STEP, WRITE],
  ['said yes pending the written offer', ON_THE_PHONE],
  ['change my mind before day one', STEP_BY_STEP, HOW_LATE],
  ['accepted by phone, start next tuesday', ON_THE_PHONE],
  ['commute is an hour each way', ASK_FIRST],
  ['asked to start later and they pulled the offer', ASK_FIRST],
  ['can company B sue me if I take the counteroffer', SUE, STAYING],
  ['next employer is a competitor of the one I never joined', NON_COMPETE],
  ['does a non-compete bind me if I never started', NON_COMPETE],
  ['declining a week before the start date', HOW_LATE],
  ['emailed yes, did not join, got a court summons', SUE],
  ['bond for not joining', SUE, MONEY],
  ['company threatens legal action for not joining', SUE],
  ['Singapore no-show penalty one month', SUE, HOW_LATE],
  ['ask for a later start date', ASK_FIRST],
  ['reneging on a co-op, what will my college do', STUDENTS],
  ['accepted an internship and want to renege', STUDENTS],
  ['early deadline internship, ask for more time', STUDENTS, ASK_FIRST],
  ['recruiter angry says it goes on my record', AGENCY, BLACKLISTED],
  ['recruitment agency sent me a bill', AGENCY],
  ['signing bonus pay back gross or net', MONEY],
  ['relocation money paid, job not as described', MONEY],
  ['family friend got me the job', WEEK_AFTER],
  ['already resigned, can I un-resign', STAYING],
  // Pages.
  ['decline a job offer you already accepted', STEP_BY_STEP],
  ['how to back out of a job offer', STEP_BY_STEP],
  ['rescind acceptance', STEP_BY_STEP],
  ['withdrawal email template', STEP_BY_STEP, WRITE],
  ['phone script to withdraw', CALL],
  ['what to say in a voicemail', CALL],
  ['can they sue me', SUE],
  ['will i be blacklisted', BLACKLISTED],
  ['how late is too late', HOW_LATE],
  ['notice period germany', HOW_LATE],
  ['notice', HOW_LATE, TELL_BY],
  ['notice period', HOW_LATE, TELL_BY],
  ['H-1B visa and withdrawing from a job', VISA],
  ['teacher contract penalty', VISA, HOW_LATE],
  ['enlistment delayed entry army', VISA],
  ['cold feet about new job', NERVES],
  ['return laptop after withdrawing', WEEK_AFTER, '/plan/after/'],
  ['tell my references', WEEK_AFTER],
  ['linkedin post already up', BLACKLISTED, WEEK_AFTER],
  ['what did I sign', '/plan/signed/'],
  ['last day to tell them', TELL_BY, HOW_LATE],
  ['career quiz', '/quiz/'],
  ['changing direction career', CHANGED_PLANS],
  // As they are typed in a hurry.
  ['signed contarct', SUE, '/plan/signed/', HOW_LATE],
  ['counter offre stay', STAYING],
  ['witdraw acceptence', STEP_BY_STEP],
  ['noncompete', NON_COMPETE],
  ['internships', STUDENTS],
];
