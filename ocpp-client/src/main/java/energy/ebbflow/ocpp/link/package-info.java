/**
 * One link to a back office: when to connect, what to send next, what an answer means. Runs on the
 * link's thread; time is an argument everywhere.
 */
@NullMarked
package energy.ebbflow.ocpp.link;

import org.jspecify.annotations.NullMarked;
