/** To be written. */
@NullMarked
package energy.ebbflow.exi;

import org.jspecify.annotations.NullMarked;
