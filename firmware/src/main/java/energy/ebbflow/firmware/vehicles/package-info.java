/**
 * What the station remembers of vehicles: how they bear interruptions, whether they may be tested,
 * and whether their phases may be switched. A thread of its own owns the memory, so that no disk is
 * waited for by an outlet.
 */
@NullMarked
package energy.ebbflow.firmware.vehicles;

import org.jspecify.annotations.NullMarked;
