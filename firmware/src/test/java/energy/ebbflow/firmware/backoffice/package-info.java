@NullMarked
package energy.ebbflow.firmware.backoffice;

import org.jspecify.annotations.NullMarked;
