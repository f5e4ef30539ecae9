/** DIN SPEC 70121: SessionSetup and SessionStop. */
@NullMarked
package energy.ebbflow.iso15118.message.din.session;

import org.jspecify.annotations.NullMarked;
