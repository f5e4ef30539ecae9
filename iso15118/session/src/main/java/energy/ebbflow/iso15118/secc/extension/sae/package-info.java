/** SAE J2847/2 (2023-09): V2H and V2G over the messages of ISO 15118-2. */
@NullMarked
package energy.ebbflow.iso15118.secc.extension.sae;

import org.jspecify.annotations.NullMarked;
