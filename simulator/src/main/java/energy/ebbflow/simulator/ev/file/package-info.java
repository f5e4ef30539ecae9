/** Vehicle files: TOML that describes a vehicle, its user and its faults. */
@NullMarked
package energy.ebbflow.simulator.ev.file;

import org.jspecify.annotations.NullMarked;
