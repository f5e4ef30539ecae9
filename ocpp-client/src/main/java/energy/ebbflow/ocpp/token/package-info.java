/**
 * Tokens the station knows by itself: the local list and the cache of what the back office said.
 */
@NullMarked
package energy.ebbflow.ocpp.token;

import org.jspecify.annotations.NullMarked;
