/** Tests of files that are bad. */
@NullMarked
package energy.ebbflow.firmware.storage;

import org.jspecify.annotations.NullMarked;
