/**
 * DIN SPEC 70121: the message, its header, and what the bodies share. The bodies are in the
 * packages below, by function.
 */
@NullMarked
package energy.ebbflow.iso15118.message.din;

import org.jspecify.annotations.NullMarked;
