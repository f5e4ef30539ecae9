/**
 * The thread that owns an outlet, the clock it reads once per pass, and the hands that carry out
 * what the machine asks for.
 */
@NullMarked
package energy.ebbflow.firmware.loop;

import org.jspecify.annotations.NullMarked;
