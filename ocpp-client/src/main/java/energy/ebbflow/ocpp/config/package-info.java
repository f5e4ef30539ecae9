/** What the link must be told: whom to call, who we are, what the station has. */
@NullMarked
package energy.ebbflow.ocpp.config;

import org.jspecify.annotations.NullMarked;
