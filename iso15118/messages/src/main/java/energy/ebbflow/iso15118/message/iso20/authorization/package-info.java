/** ISO 15118-20: AuthorizationSetup and Authorization. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.authorization;

import org.jspecify.annotations.NullMarked;
