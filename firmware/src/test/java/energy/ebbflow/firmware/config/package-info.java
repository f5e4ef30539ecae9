/** Tests. */
@NullMarked
package energy.ebbflow.firmware.config;

import org.jspecify.annotations.NullMarked;
