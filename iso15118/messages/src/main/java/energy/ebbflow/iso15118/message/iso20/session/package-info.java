/** ISO 15118-20: SessionSetup and SessionStop. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.session;

import org.jspecify.annotations.NullMarked;
