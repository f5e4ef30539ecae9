/** What people at the station read. */
@NullMarked
package energy.ebbflow.hal.display;

import org.jspecify.annotations.NullMarked;
