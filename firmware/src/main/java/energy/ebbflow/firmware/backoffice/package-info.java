/** Between the outlets and the back office: who is asked, who hears which command. */
@NullMarked
package energy.ebbflow.firmware.backoffice;

import org.jspecify.annotations.NullMarked;
