/**
 * Several hosts on one workspace: the PostgreSQL database in which one of them at a time claims the
 * work, and by which the others notice that it has died.
 *
 * <p>Libraries for scheduled tasks in a database, such as db-scheduler, claim executions that they
 * start themselves. Here one claim keeps out a run that cron or a person calls, too; and its
 * number, which only grows, is what closes the store to a process that was paused.
 */
@NullMarked
package eu.wattpeil.hosts;

import org.jspecify.annotations.NullMarked;
