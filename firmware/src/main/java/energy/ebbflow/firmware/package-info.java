/** To be written. */
@NullMarked
package energy.ebbflow.firmware;

import org.jspecify.annotations.NullMarked;
