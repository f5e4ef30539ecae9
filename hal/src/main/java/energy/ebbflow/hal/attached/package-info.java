/**
 * Devices that hang on a board beside its microcontroller or its GPIO: meter, isolation monitor,
 * power modules. Every driver of a real board offers them under the same options.
 */
@NullMarked
package energy.ebbflow.hal.attached;

import org.jspecify.annotations.NullMarked;
