/** ISO 15118-2: the state of vehicle and station. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.status;

import org.jspecify.annotations.NullMarked;
