/** ISO 15118-2: SessionSetup and SessionStop. */
@NullMarked
package energy.ebbflow.iso15118.message.iso2.session;

import org.jspecify.annotations.NullMarked;
