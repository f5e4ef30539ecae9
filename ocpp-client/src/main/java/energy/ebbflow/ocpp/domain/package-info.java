/**
 * The back office as the station sees it: events up, commands down, in the station's own words.
 * Each OCPP dialect translates behind it.
 */
@NullMarked
package energy.ebbflow.ocpp.domain;

import org.jspecify.annotations.NullMarked;
