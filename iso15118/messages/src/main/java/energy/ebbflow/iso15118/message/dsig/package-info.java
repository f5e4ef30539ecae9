/** XML signatures, in the form in which ISO 15118 carries them. */
@NullMarked
package energy.ebbflow.iso15118.message.dsig;

import org.jspecify.annotations.NullMarked;
