/** EXIficient as the oracle: whatever it writes for a message, we write too. */
@NullMarked
package energy.ebbflow.iso15118.message.oracle;

import org.jspecify.annotations.NullMarked;
