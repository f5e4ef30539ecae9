/**
 * The charger's side of a vehicle session as a pure machine: {@link
 * energy.ebbflow.iso15118.secc.SeccSession} takes a request, what the station looks like and the
 * time, and returns its next state and effects. It decides no power.
 */
@NullMarked
package energy.ebbflow.iso15118.secc;

import org.jspecify.annotations.NullMarked;
