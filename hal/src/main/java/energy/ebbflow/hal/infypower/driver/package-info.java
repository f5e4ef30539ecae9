/** The thread that talks with power modules over CAN. */
@NullMarked
package energy.ebbflow.hal.infypower.driver;

import org.jspecify.annotations.NullMarked;
