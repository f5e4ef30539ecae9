/**
 * ISO 15118-20: what all its messages share (CommonTypes). The messages are in the packages below,
 * by function.
 */
@NullMarked
package energy.ebbflow.iso15118.message.iso20;

import org.jspecify.annotations.NullMarked;
