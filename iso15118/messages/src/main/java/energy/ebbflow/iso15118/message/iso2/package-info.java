/**
 * ISO 15118-2: the message, its header, and what the bodies share. The bodies are in the packages
 * below, by function.
 */
@NullMarked
package energy.ebbflow.iso15118.message.iso2;

import org.jspecify.annotations.NullMarked;
