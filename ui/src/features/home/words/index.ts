import { addWords } from "@/pieces/words/addWords";

import { english } from "./english";
import { russian } from "./russian";

addWords("home", english, russian);
