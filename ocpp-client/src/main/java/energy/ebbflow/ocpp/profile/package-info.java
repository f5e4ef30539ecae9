/**
 * Charging profiles: which are valid, which rule at a moment, and what they add up to over time.
 * Pure: the moment is an argument.
 */
@NullMarked
package energy.ebbflow.ocpp.profile;

import org.jspecify.annotations.NullMarked;
