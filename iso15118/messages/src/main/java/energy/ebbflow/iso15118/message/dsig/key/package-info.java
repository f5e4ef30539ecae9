/** XML signatures: KeyInfo, which ISO 15118 leaves out but the grammar knows. */
@NullMarked
package energy.ebbflow.iso15118.message.dsig.key;

import org.jspecify.annotations.NullMarked;
