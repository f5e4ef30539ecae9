@NullMarked
package energy.ebbflow.firmware.warmup;

import org.jspecify.annotations.NullMarked;
