/** Boards behind a serial line. Threads and ports live here; what they say is decided elsewhere. */
@NullMarked
package energy.ebbflow.hal.serial;

import org.jspecify.annotations.NullMarked;
