/** DIN SPEC 70121: the state of vehicle and station. */
@NullMarked
package energy.ebbflow.iso15118.message.din.status;

import org.jspecify.annotations.NullMarked;
